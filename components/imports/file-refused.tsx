import { Notice } from "@/components/ui/notice";

type Props = { fileName: string; message: string };

/** A file that can't be used: its name, why, what to do. The next one can be chosen right below. */
export function FileRefused({ fileName, message }: Props) {
  return (
    <Notice tone="danger" title={<span className="break-all">{fileName} was not imported</span>} isAnnounced>
      {message} Nothing was written.
    </Notice>
  );
}
