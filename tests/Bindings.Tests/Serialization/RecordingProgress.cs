using TorchSharp;

namespace Bindings.Tests.Serialization;

/// <summary>Remembers what it was told.</summary>
internal sealed class RecordingProgress : IProgressBar
{
    public int Steps { get; private set; }

    public long? Maximum { get; set; }

    public long Value
    {
        get;
        set
        {
            Assert.True(value >= field, $"progress went back from {field} to {value}");
            field = value;
            Steps++;
        }
    }

    public void Dispose()
    {
    }
}
