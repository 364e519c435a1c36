using System.Text;
using Spectre.Console;

namespace Torchlight.Benchmarks.Cases;

/// <summary>A terminal that shows nothing: all of the code that draws on one runs.</summary>
internal sealed class NullTerminal : IAnsiConsoleOutput
{
    public TextWriter Writer => TextWriter.Null;

    public bool IsTerminal => true;

    public int Width => 120;

    public int Height => 40;

    public void SetEncoding(Encoding encoding)
    {
    }

    public static IAnsiConsole Console() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.TrueColor, Interactive = InteractionSupport.Yes, Out = new NullTerminal(),
    });
}
