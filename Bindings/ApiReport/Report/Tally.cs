namespace Torchlight.ApiReport.Report;

/// <summary>How many are listed, how many of them are here, and how many of the others have a reason.</summary>
internal sealed record Tally(int Listed, int Present, int LeftOut)
{
    /// <summary>Neither here nor with a reason.</summary>
    public int Open => Listed - Present - LeftOut;

    /// <summary>Present in a hundred listed, those with a reason counted as missing.</summary>
    public double Percent => Listed == 0 ? 100 : 100.0 * Present / Listed;

    public static Tally operator +(Tally left, Tally right) => new(left.Listed + right.Listed, left.Present + right.Present, left.LeftOut + right.LeftOut);
}
