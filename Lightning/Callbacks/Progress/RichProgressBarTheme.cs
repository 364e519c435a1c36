namespace Lightning;

/// <summary>The styles of <see cref="RichProgressBar"/>: words such as "bold green" or "dim underline", colours such as "#6206E0"; "" is the terminal's own.</summary>
/// <param name="description">The title.</param>
/// <param name="progress_bar">The part of the bar that is done.</param>
/// <param name="progress_bar_finished">The bar when all is done.</param>
/// <param name="progress_bar_pulse">The bar where the number of batches is not known.</param>
/// <param name="batch_progress">The number of batches.</param>
/// <param name="time">The time gone and the time left.</param>
/// <param name="processing_speed">Batches in a second.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="metrics_text_delimiter">What stands between two metrics.</param>
/// <param name="metrics_format">How their numbers are written, in .NET's words: Python's ".3f" is "F3".</param>
/// <remarks>Python: <c>lightning.pytorch.callbacks.progress.rich_progress.RichProgressBarTheme</c>.</remarks>
public sealed record RichProgressBarTheme(
    string description = "",
    string progress_bar = "#6206E0",
    string progress_bar_finished = "#6206E0",
    string progress_bar_pulse = "#6206E0",
    string batch_progress = "",
    string time = "dim",
    string processing_speed = "dim underline",
    string metrics = "italic",
    string metrics_text_delimiter = " ",
    string metrics_format = "F3");
