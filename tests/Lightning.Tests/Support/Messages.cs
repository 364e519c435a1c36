namespace Lightning.Tests;

/// <summary>Collects the Trainer's messages instead of printing them.</summary>
internal sealed class Messages : IDisposable
{
    private readonly Action<Severity, string>? _before = L.MessageSink;

    internal Messages() => L.MessageSink = (severity, text) => All.Add((severity, text));

    internal List<(Severity Severity, string Text)> All { get; } = [];

    internal IEnumerable<string> Warnings => All.Where(message => message.Severity == Severity.Warning).Select(message => message.Text);

    public void Dispose() => L.MessageSink = _before;
}
