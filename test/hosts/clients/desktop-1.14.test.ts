/** Every test of the adapter over the client of Excel on Windows, and an Excel that has ExcelApi 1.14. */
import { runAdapterTests } from "./adapter-tests";

runAdapterTests({ client: "desktop", apiSet: "1.14" });
