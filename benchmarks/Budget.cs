namespace Torchlight.Benchmarks;

/// <summary>Something measured, and how the outcome becomes lines of the table.</summary>
/// <param name="Name">What <c>--only</c> looks for.</param>
/// <param name="Rows">Measures it.</param>
/// <param name="InReadme">Whether the README shows it too: what the design promises, not what is watched beside it.</param>
internal sealed record Budget(string Name, Func<Measurement, IEnumerable<Row>> Rows, bool InReadme = true);
