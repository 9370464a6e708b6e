// The same for `import`; see index.cjs.
import article from "./index.cjs";

export const { getLoadablePath, load, packageName } = article;
