/**
 * The status of the answer to a request. Its body is read to the end, because a connection with an unread body stays
 * taken until the garbage collector happens to find it.
 */
export async function statusAt(url: string | URL, init?: RequestInit): Promise<number> {
  const response = await fetch(url, init);
  await response.arrayBuffer();
  return response.status;
}
