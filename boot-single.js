// Starts the app of a copy in one file, which holds the program and the data as
// text: src/site/single_file.rs fills in what stands between percent signs. If
// the app cannot start, the root says so and the page stays as it is.
{
  const root = document.getElementById("app");

  // Where the site is not known, what is sent are places in this file, under
  // whatever name it was kept.
  root.dataset.origin ??= location.href.split(/[?#]/)[0];

  // Whoever scrolls, touches or types before the app has come is reading: the
  // app then leaves their place on the page alone.
  for (const sign of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    addEventListener(
      sign,
      () => document.documentElement.setAttribute("data-reading", ""),
      { once: true, passive: true },
    );
  }

  const unpacked = async (text) => {
    const packed = Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0));
    const plain = new Blob([packed])
      .stream()
      .pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(plain).arrayBuffer());
  };

  try {
    const [program, data] = await Promise.all([
      unpacked("%program%"),
      unpacked("%data%"),
    ]);
    await %init%({ module_or_path: program });
    %boot%(data);
  } catch (error) {
    root.dataset.app = "failed";
    console.error("the app could not start; the page reads without it", error);
  }
}
