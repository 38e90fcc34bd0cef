"use client";

import { Toast } from "@heroui/react";

/** Where toasts appear; `toast.success("…")` from @heroui/react shows one. Only for what needs no answer. */
export function Toaster() {
  return <Toast.Provider placement="bottom end" />;
}
