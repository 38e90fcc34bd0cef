type Choice = { value: string; label: string };

/** Every time zone the runtime knows, UTC first. */
export function timeZones(): Choice[] {
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
  return zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

/** "USD · US Dollar", by code. */
export function currencies(): Choice[] {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => ({
    value: code,
    label: `${code} · ${names.of(code) ?? code}`,
  }));
}
