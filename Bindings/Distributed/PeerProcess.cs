using System.Diagnostics;
using System.Globalization;

namespace TorchSharp;

/// <summary>A process and the machine it runs on, written so that another one can tell whether it is still there.</summary>
/// <param name="Machine">The machine's name and, on Linux, the namespace that process numbers belong to.</param>
/// <param name="Id">The process's number.</param>
/// <param name="Started">When it began, in the system's own count: numbers are used again.</param>
internal sealed record PeerProcess(string Machine, int Id, string Started)
{
    private const char Separator = '|';

    /// <summary>Whether it runs where this process can see it.</summary>
    internal bool IsHere => Machine == ThisMachine;

    private static string ThisMachine { get; } = FindMachine();

    internal static PeerProcess Current() => new(ThisMachine, Environment.ProcessId, StartOf(Environment.ProcessId) ?? "");

    /// <summary>Reads what <see cref="Write"/> wrote; null for anything else.</summary>
    internal static PeerProcess? Read(string text) =>
        text.Split(Separator) is [var machine, var id, var started] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? new(machine, number, started)
            : null;

    internal string Write() => string.Create(CultureInfo.InvariantCulture, $"{Machine}{Separator}{Id}{Separator}{Started}");

    /// <summary>Whether it is known to have ended; false also where nobody can tell.</summary>
    internal bool HasEnded() => IsHere && StartOf(Id) != Started;

    private static string FindMachine()
    {
        string name = Environment.MachineName.Replace(Separator, '_');
        return OperatingSystem.IsLinux() ? $"{name} {new FileInfo("/proc/self/ns/pid").LinkTarget}" : name;
    }

    /// <summary>When a process began; null if it is not there, or is only waiting for its parent to ask how it ended.</summary>
    private static string? StartOf(int id) => OperatingSystem.IsLinux() ? StartOnLinux(id) : StartElsewhere(id);

    private static string? StartOnLinux(int id)
    {
        string text;
        try
        {
            text = File.ReadAllText($"/proc/{id}/stat");
        }
        catch (IOException)
        {
            return null; // no such process, or it ended while the file was read
        }

        // number (name, which may hold anything) state parent ...; the 22nd field is the start.
        string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] is "Z" or "X" ? null : fields[19];
    }

    private static string? StartElsewhere(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited ? null : process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return null; // no such process
        }
    }
}
