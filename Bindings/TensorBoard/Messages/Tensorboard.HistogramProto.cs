using TorchSharp;

namespace Tensorboard;

/// <summary>How values are distributed.</summary>
public sealed class HistogramProto
{
    /// <summary>The least value.</summary>
    public double Min { get; init; }

    /// <summary>The greatest value.</summary>
    public double Max { get; init; }

    /// <summary>How many values.</summary>
    public double Num { get; init; }

    /// <summary>Their sum.</summary>
    public double Sum { get; init; }

    /// <summary>The sum of their squares.</summary>
    public double SumSquares { get; init; }

    /// <summary>The right edge of each bucket.</summary>
    public required IReadOnlyList<double> BucketLimit { get; init; }

    /// <summary>How many values lie in each bucket.</summary>
    public required IReadOnlyList<double> Bucket { get; init; }

    internal void Write(ProtoWriter writer) => writer.Double(1, Min).Double(2, Max).Double(3, Num).Double(4, Sum).Double(5, SumSquares)
        .Doubles(6, BucketLimit).Doubles(7, Bucket);
}
