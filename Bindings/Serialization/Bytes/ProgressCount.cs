namespace TorchSharp;

/// <summary>Counts bytes that several threads read and tells a progress bar, which hears of one at a time and never of more than its maximum.</summary>
internal sealed class ProgressCount
{
    private readonly Lock _lock = new();
    private readonly IProgressBar _bar;
    private readonly long _maximum;
    private long _done;

    public ProgressCount(IProgressBar bar, long maximum)
    {
        _bar = bar;
        _maximum = maximum;
        bar.Maximum = maximum;
    }

    public void Add(long bytes)
    {
        lock (_lock)
        {
            _done += bytes;
            _bar.Value = Math.Min(_done, _maximum);
        }
    }
}
