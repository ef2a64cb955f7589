/**
 * Loads office.js into the page. In Excel it finds its host by itself; a simulated one must stand in the page before.
 * @param source address of office.js, whose other files lie beside it
 */
export function loadOffice(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(source));
    document.head.append(script);
  });
}
