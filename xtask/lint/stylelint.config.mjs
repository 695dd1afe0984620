// stylelint's standard rules for SCSS, with these exceptions.
const blockElementModifier =
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?$/;

export default {
  extends: "stylelint-config-standard-scss",
  rules: {
    // The selector that a mixin gets is in the mixin.
    "nesting-selector-no-missing-scoping-root": null,
    // WebKit needs them.
    "property-no-vendor-prefix": null,
    "selector-class-pattern": [
      blockElementModifier,
      { message: "Name classes block, block__element or block--modifier" },
    ],
  },
};
