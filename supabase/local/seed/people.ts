export type Role = "requester" | "approver" | "fulfillment" | "admin";

/** Roles by the slug of the organization a person holds them in. */
export type Roles = Record<string, Role[]>;

export const demoPassword = "demo-demo-demo";

export const organizations = [
  { slug: "northwind", name: "Northwind Supply" },
  { slug: "contoso", name: "Contoso Parts" },
];

/** The first five open the first organization; Ada is in both, so the switcher has something to switch. */
export const people: { name: string; email: string; roles: Roles }[] = [
  { name: "Ada Admin", email: "ada@northwind.test", roles: { northwind: ["admin"], contoso: ["requester"] } },
  { name: "Priya Approver", email: "priya@northwind.test", roles: { northwind: ["approver"] } },
  { name: "Carl Requester", email: "carl@northwind.test", roles: { northwind: ["requester"] } },
  { name: "Finn Fulfillment", email: "finn@northwind.test", roles: { northwind: ["fulfillment"] } },
  { name: "Sam Senior", email: "sam@northwind.test", roles: { northwind: ["requester", "approver"] } },
  { name: "Theo Torres", email: "theo@northwind.test", roles: { northwind: ["approver"] } },
  { name: "Nadia Novak", email: "nadia@northwind.test", roles: { northwind: ["approver"] } },
  { name: "Olga Owner", email: "olga@contoso.test", roles: { contoso: ["admin"] } },
];

/** `requester + approver`; where it is not the first organization, that one's name follows. */
export function rolesText(roles: Roles): string {
  const [slug = "", held = []] = Object.entries(roles)[0] ?? [];
  const [main] = organizations;
  const elsewhere = organizations.find((organization) => organization.slug === slug && organization !== main);
  return `${held.join(" + ")}${elsewhere ? ` of ${elsewhere.name}` : ""}`;
}
