/** Every test of the adapter over the client of Excel on a Mac, and an Excel that has ExcelApi 1.19. */
import { runAdapterTests } from "./adapter-tests";

runAdapterTests({ client: "mac", apiSet: "1.19" });
