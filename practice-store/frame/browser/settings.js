/** What the server told this page: the app's place, the person, the texts in her language. */
export const settings = JSON.parse(document.querySelector("#frame-settings").textContent);

export const { texts } = settings;
