import { describe, expect, test } from "vitest";
import { isPublicAddress } from "@/lib/sheets/public-address";

describe("is not of the public internet", () => {
  test.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "198.18.0.1",
    "203.0.113.9",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:10.0.0.1",
    "::ffff:a9fe:a9fe",
    "::127.0.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b::a00:1",
    "64:ff9b::7f00:1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "2001::1",
    "2002:7f00:1::",
    "2002:a00:1::1",
    "100::1",
    "localhost",
    "",
    "1.2.3",
    "0x7f.1",
  ])("%s", (address) => expect(isPublicAddress(address)).toBe(false));
});

describe("is", () => {
  test.each([
    "8.8.8.8",
    "142.250.74.206",
    "172.32.0.1",
    "100.128.0.1",
    "2a00:1450:4001:81c::200e",
    "2607:f8b0:4005:805::200e",
    "::ffff:8.8.8.8",
    "::ffff:808:808",
    "64:ff9b::8.8.8.8",
    "64:ff9b::808:808",
  ])("%s", (address) => expect(isPublicAddress(address)).toBe(true));
});
