using System.Diagnostics;

/// <summary>A place where commands run: this machine, or (see roots.cake) a root file system on it.</summary>
public class Machine
{
    /// <summary>A short name, used for folders that belong to this machine alone.</summary>
    public virtual string Name => "here";

    /// <summary>Runs a program, its output going to the terminal; anything but exit code 0 is an error.</summary>
    public void Run(string program, params string[] arguments)
    {
        if (Try(program, arguments) is not 0 and var code)
        {
            throw new CakeException($"{program} {string.Join(' ', arguments)} ended with exit code {code}{(Name == "here" ? "" : $" in {Name}")}.");
        }
    }

    /// <summary>Runs a program with environment variables added, its output going to the terminal, and returns its exit code.</summary>
    public int Try(string program, string[] arguments, Dictionary<string, string> environment = null)
    {
        using var process = Process.Start(Command(program, arguments, environment ?? [], asRoot: false));
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Runs a program silently as root; its output is shown when it fails.</summary>
    public bool TryAsRoot(string program, params string[] arguments)
    {
        var environment = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" };
        var (code, output) = Capture(Command(program, arguments, environment, asRoot: true));
        if (code != 0)
        {
            Console.Error.WriteLine(output);
        }

        return code == 0;
    }

    /// <summary>Runs a program and returns what it printed, or null when it failed or is not there.</summary>
    public string Read(string program, params string[] arguments)
    {
        try
        {
            var (code, output) = Capture(Command(program, arguments, [], asRoot: false));
            return code == 0 ? output.Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>How a command is started on this machine.</summary>
    protected virtual ProcessStartInfo Command(string program, string[] arguments, Dictionary<string, string> environment, bool asRoot)
    {
        string[] line = asRoot ? [.. Root(), "env", .. environment.Select(pair => $"{pair.Key}={pair.Value}"), program, .. arguments] : [program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..]);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>The words in front of a command that root must run; null when this user cannot become root.</summary>
    public static string[] RootPrefix()
    {
        if (System.Environment.IsPrivilegedProcess)
        {
            return [];
        }

        return new Machine().Read("sudo", "-n", "true") is null ? null : ["sudo", "-n"];
    }

    protected static string[] Root() => RootPrefix() ?? throw new CakeException("This step needs root (or sudo without a password).");

    private static (int Code, string Output) Capture(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var output = new System.Text.StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return (process.ExitCode, output.ToString());

        void Append(string line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }
}
