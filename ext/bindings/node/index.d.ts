/** The path of article.so (.dylib, .dll) for this machine; throws an Error that says what to do if there is none. */
export function getLoadablePath(): string;
/** Loads the extension into a connection: anything with loadExtension(). */
export function load(db: { loadExtension(path: string): unknown }): void;
/** The name of the package that has the binary of a platform. */
export function packageName(platform?: string, arch?: string, musl?: boolean): string;
