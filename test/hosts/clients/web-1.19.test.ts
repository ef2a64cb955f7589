/** Every test of the adapter over the client of Excel on the web, and an Excel that has ExcelApi 1.19. */
import { runAdapterTests } from "./adapter-tests";

runAdapterTests({ client: "web", apiSet: "1.19" });
