import { Button } from "@heroui/react";
export default function Page() {
  return <Button>hello</Button>;
}
