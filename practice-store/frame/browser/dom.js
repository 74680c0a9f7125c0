/** A new element with properties, attributes (`aria-…`, `data-…`) and children. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-")) element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/practice/frame/icons.svg#${name}`);
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

/** A button that stands for one of the app's: pressing it presses the app's. */
export function appButton({ text, primary, critical, disabled, loading }, press, fallbackText = "") {
  const button = make("button", {
    type: "button",
    className: `button${primary ? " primary" : ""}${critical ? " critical" : ""}`,
    textContent: text || fallbackText,
    disabled: disabled || loading,
  });
  if (loading) button.setAttribute("aria-busy", "true");
  button.addEventListener("click", press);
  return button;
}
