namespace Lightning.Metrics;

/// <summary>A curve in a form to draw: points in order, and what the axes are called.</summary>
public interface ICurve : IMetricResult
{
    /// <summary>What the horizontal axis shows.</summary>
    string XLabel { get; }

    /// <summary>What the vertical axis shows.</summary>
    string YLabel { get; }

    /// <summary>The points, read to the host.</summary>
    (double[] X, double[] Y) Points();
}
