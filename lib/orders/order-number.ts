/**
 * The order number in a path, decoded: numbers may hold "/", "#", spaces. Null when no order can have it: the path isn't
 * decodable, or holds the one character that text in the database cannot.
 */
export function orderNumberFrom(segment: string): string | null {
  try {
    const number = decodeURIComponent(segment);
    return number.includes("\0") ? null : number;
  } catch {
    return null;
  }
}
