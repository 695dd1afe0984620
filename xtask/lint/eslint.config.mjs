// ESLint's recommended rules for the scripts.
import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  { languageOptions: { globals: globals.browser } },
  {
    // The site generator puts the constant `site` before these.
    files: ["web/worker*.js"],
    languageOptions: {
      globals: { ...globals.serviceworker, site: "readonly" },
    },
  },
];
