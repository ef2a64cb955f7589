/**
 * Preloaded into the collector by its tests: a certificate made for the occasion in the place of the one that
 * office-addin-dev-certs would have the machine trust.
 */
const { createRequire } = require("node:module");

// As office-addin-dev-certs makes its own.
const ofTheServer = createRequire(require.resolve("office-addin-test-server"));
const name = ofTheServer.resolve("office-addin-dev-certs");
const { createCA, createCert } = createRequire(name)("mkcert");

async function getHttpsServerOptions() {
  const ca = await createCA({ organization: "test", countryCode: "CN", state: "", locality: "", validity: 1 });
  const { cert, key } = await createCert({ ca, domains: ["localhost"], validity: 1 });
  return { ca: ca.cert, cert, key };
}

require.cache[name] = { id: name, filename: name, loaded: true, exports: { getHttpsServerOptions }, children: [] };
