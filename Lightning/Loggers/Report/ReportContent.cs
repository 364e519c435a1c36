namespace Lightning;

/// <summary>What the report says at one moment.</summary>
/// <param name="Title">The experiment and its version.</param>
/// <param name="Status">How the run ended, or null while it goes on.</param>
/// <param name="Begun">When it began, local time.</param>
/// <param name="Elapsed">How long it has run.</param>
/// <param name="Epoch">The latest epoch, or null.</param>
/// <param name="Step">The latest step.</param>
/// <param name="Series">The metrics, in the order of their first values.</param>
/// <param name="Matrices">The latest confusion matrices.</param>
/// <param name="Pictures">The latest pictures.</param>
/// <param name="HyperParameters">Names and values.</param>
internal sealed record ReportContent(
    string Title,
    string? Status,
    DateTime Begun,
    TimeSpan Elapsed,
    long? Epoch,
    long Step,
    IReadOnlyList<ReportSeries> Series,
    IReadOnlyCollection<SvgMatrix> Matrices,
    IReadOnlyCollection<ReportPicture> Pictures,
    IReadOnlyList<(string Name, string Value)> HyperParameters);
