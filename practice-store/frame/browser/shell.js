// On every page of the admin: the menu as a drawer on narrow screens, and the account menu.

const nav = document.querySelector("#nav");
const opener = document.querySelector("#menu-open");
const covered = [document.querySelector("main"), document.querySelector(".account")];

export function closeDrawer() {
  if (!document.body.classList.contains("drawer-open")) return;
  document.body.classList.remove("drawer-open");
  opener.setAttribute("aria-expanded", "false");
  for (const element of covered) element.inert = false;
  if (nav.contains(document.activeElement)) opener.focus();
}

function openDrawer() {
  document.body.classList.add("drawer-open");
  opener.setAttribute("aria-expanded", "true");
  for (const element of covered) element.inert = true;
  nav.querySelector("a").focus();
}

opener.addEventListener("click", () => {
  if (opener.getAttribute("aria-expanded") === "true") closeDrawer();
  else openDrawer();
});
document.querySelector(".scrim").addEventListener("click", closeDrawer);
matchMedia("(min-width: 768px)").addEventListener("change", closeDrawer);

const account = document.querySelector(".account");

addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  closeDrawer();
  if (account.open) {
    account.open = false;
    account.querySelector("summary").focus();
  }
});
addEventListener("click", ({ target }) => {
  if (!account.contains(target)) account.open = false;
});
// A click into the app takes the focus there and is not seen here.
addEventListener("blur", () => (account.open = false));
