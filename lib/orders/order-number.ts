/** The order number in a path, decoded: numbers may hold "/", "#", spaces. Null when the path isn't decodable. */
export function orderNumberFrom(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
