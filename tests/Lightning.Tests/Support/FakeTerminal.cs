using System.Text;
using Spectre.Console;

namespace Lightning.Tests;

/// <summary>A terminal that keeps what is written to it.</summary>
internal sealed class FakeTerminal : IAnsiConsoleOutput
{
    private readonly StringWriter _writer = new();

    internal FakeTerminal()
    {
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.TrueColor, Interactive = InteractionSupport.Yes, Out = this,
        });
    }

    internal IAnsiConsole Console { get; }

    /// <summary>What was written, with the terminal's commands.</summary>
    internal string Text => _writer.ToString();

    public TextWriter Writer => _writer;

    public bool IsTerminal => true;

    public int Width => 160;

    public int Height => 40;

    public void SetEncoding(Encoding encoding)
    {
    }
}
