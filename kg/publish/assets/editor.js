// Puts the editor in place of the plain form; without it the form stays as it is.
"use strict";
(() => {
  const form = document.querySelector("form[data-editor]");
  if (!form || typeof Yasgui === "undefined") return;
  const place = document.createElement("div");
  place.id = "editor";
  form.after(place);
  form.hidden = true;
  const endpoint = new URL(form.getAttribute("action"), location.href).href;
  const asked = new URLSearchParams(location.hash.slice(1)).get("query");
  new Yasgui(place, {
    requestConfig: { endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    copyEndpointOnNewTab: true,
    persistenceId: `spacekg ${endpoint}`,
    yasqe: { value: asked || form.querySelector("textarea").value.trim() },
  });
})();
