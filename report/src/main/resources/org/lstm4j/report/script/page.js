/* The page: its figures from the data in the element #figures, paper and darkness, the command to copy. */

const figures = JSON.parse(document.getElementById("figures").textContent);
const charts = [...document.querySelectorAll("figure[data-figure]")]
  .map(figure => new Chart(figure, figures[figure.dataset.figure]));
const rebuild = () => charts.forEach(chart => chart.build());

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", rebuild);
addEventListener("beforeprint", () => {
  root.classList.add("printing");
  rebuild();
});
addEventListener("afterprint", () => {
  root.classList.remove("printing");
  rebuild();
});

const command = document.getElementById("command");
if (command && navigator.clipboard) {
  const button = create("button", "", null);
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(command.textContent);
    button.textContent = "Copied";
  });
  command.parentElement.after(button);
}
