using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Torchlight.Benchmarks.Peers;

/// <summary>Starts the peers, one process for each side and number of threads, and keeps them for the whole run.</summary>
internal sealed class Programs : IDisposable
{
    private const string NodePackage = "tokenizers-linux-x64-gnu@0.13.4-rc2";

    private readonly Dictionary<(Side Side, int Threads), PeerProcess> _running = [];
    private readonly string _folder = SourceFolder();
    private readonly string _python = Environment.GetEnvironmentVariable("TORCHLIGHT_PYTHON") ?? "/usr/bin/python3";
    private readonly Lazy<string?> _cpp;
    private readonly Lazy<string?> _node;

    public Programs()
    {
        _cpp = new Lazy<string?>(BuildCpp);
        _node = new Lazy<string?>(InstallNode);
    }

    /// <summary>Whether a side can run here: Python needs PyTorch, C++ needs CMake and libtorch's headers, Node needs npm and Linux.</summary>
    public bool Has(Side side) => side switch
    {
        Side.Python => File.Exists(_python),
        Side.Cpp => _cpp.Value is not null,
        Side.Node => _node.Value is not null,
        _ => true,
    };

    /// <summary>The process of a side that runs on so many threads.</summary>
    public PeerProcess Peer(Side side, int threads)
    {
        if (!_running.TryGetValue((side, threads), out var peer))
        {
            _running[(side, threads)] = peer = new PeerProcess(side switch
            {
                Side.Python => Start(_python, threads, Path.Combine(_folder, "python", "peer.py")),
                Side.Cpp => Start(_cpp.Value!, threads),
                Side.Node => StartNode(threads),
                _ => Start(Environment.ProcessPath!, threads, [.. Self(), "peer"]),
            });
        }

        return peer;
    }

    /// <summary>Runs one case in a process of its own: the seconds until it says that it is done, and the peak memory that it says it had.</summary>
    public (double Seconds, double Megabytes) Once(Side side, string name, int threads, string? argument = null)
    {
        string[] what = argument is null ? [name] : [name, argument];
        var start = side switch
        {
            Side.Python => Start(_python, threads, [Path.Combine(_folder, "python", "peer.py"), .. what]),
            Side.Cpp => Start(_cpp.Value!, threads, what),
            _ => Start(Environment.ProcessPath!, threads, [.. Self(), "once", .. what]),
        };
        start.RedirectStandardOutput = true;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        var answer = process.StandardOutput.ReadLine();
        var seconds = clock.Elapsed.TotalSeconds;
        process.WaitForExit();
        if (process.ExitCode != 0 || answer is null)
        {
            throw new InvalidOperationException($"{start.FileName} failed at {name}; its message is above.");
        }

        return (seconds, long.Parse(answer) / 1024.0);
    }

    public void Dispose()
    {
        foreach (var peer in _running.Values)
        {
            peer.Dispose();
        }
    }

    // Beside libtorch's own threads there are the BLAS library's, which follow their own variable.
    private static ProcessStartInfo Start(string program, int threads, params string[] arguments) => new(program, arguments)
    {
        Environment = { ["OMP_NUM_THREADS"] = $"{threads}", ["OPENBLAS_NUM_THREADS"] = $"{threads}", ["DOTNET_TieredPGO"] = "1" },
    };

    // Started as `dotnet Torchlight.Benchmarks.dll`, the process is dotnet, and the program its first argument.
    public static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Programs).Assembly.Location] : [];

    private ProcessStartInfo StartNode(int threads)
    {
        var start = Start("node", threads, Path.Combine(_folder, "node", "tokens.cjs"));
        start.Environment["RAYON_NUM_THREADS"] = $"{threads}";
        start.Environment["NODE_PATH"] = _node.Value;
        return start;
    }

    private string? InstallNode()
    {
        var packages = Path.GetFullPath(Path.Combine(_folder, "..", "artifacts", "build", "benchmarks-node"));
        try
        {
            Directory.CreateDirectory(packages);
            Run("npm", "install", "--silent", "--no-save", "--prefix", packages, NodePackage);
            return Path.Combine(packages, "node_modules");
        }
        catch (Exception problem) when (problem is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Console.WriteLine($"no Hugging Face tokenizers: {problem.Message}");
            return null;
        }
    }

    private string? BuildCpp()
    {
        var build = Path.Combine(_folder, "..", "artifacts", "build", "benchmarks");
        try
        {
            Run("cmake", "-S", Path.Combine(_folder, "cpp"), "-B", build, "-DCMAKE_BUILD_TYPE=Release", "--log-level=ERROR");
            Run("cmake", "--build", build, "--config", "Release");
            return Path.Combine(build, "peer");
        }
        catch (Exception problem) when (problem is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Console.WriteLine($"no C++ peer: {problem.Message}");
            return null;
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {said}");
        }
    }

    private static string SourceFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, ".."));
}
