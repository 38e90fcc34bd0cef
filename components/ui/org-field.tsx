/** Says in which organization a form acts. The action checks the membership; this is only the address. */
export function OrgField({ slug }: { slug: string }) {
  return <input type="hidden" name="org" value={slug} />;
}
