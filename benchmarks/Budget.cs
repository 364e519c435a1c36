namespace Torchlight.Benchmarks;

/// <summary>Something measured, and how the outcome becomes lines of the table.</summary>
internal sealed record Budget(string Name, Func<Measurement, IEnumerable<Row>> Rows);
