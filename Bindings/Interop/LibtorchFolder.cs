using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace TorchSharp.Interop;

/// <summary>A libtorch that the user named by <c>TORCHLIGHT_LIBTORCH</c>: an unpacked archive, or Python's torch.</summary>
internal sealed partial class LibtorchFolder
{
    // In the order of their dependencies; what a build does not have is passed over.
    private static readonly string[] Libraries = ["c10", "torch_cpu", "c10_cuda", "torch_cuda", "torch"];

    private readonly string libraries;

    private LibtorchFolder(string root, string version)
    {
        Root = root;
        Version = version;
        string lib = Path.Combine(root, "lib");
        libraries = Directory.Exists(lib) ? lib : root;
    }

    internal string Root { get; }

    /// <summary>Without a build tag: 2.1.0, not 2.1.0+cu121.</summary>
    internal string Version { get; }

    /// <summary>Reads the environment; null where nothing is named and the system's libtorch is meant.</summary>
    /// <exception cref="LibtorchNotFoundException">What is named is not a libtorch.</exception>
    internal static LibtorchFolder? FromEnvironment()
    {
        string? named = Environment.GetEnvironmentVariable("TORCHLIGHT_LIBTORCH");
        if (string.IsNullOrEmpty(named))
        {
            return null;
        }

        string root = named == "python" ? AskPython() : Path.GetFullPath(named);
        string version = ReadVersion(root) ?? throw new LibtorchNotFoundException(
            $"TORCHLIGHT_LIBTORCH names {root}, which holds no libtorch: neither build-version, version.py nor include/torch/version.h is there");
        return new LibtorchFolder(root, version);
    }

    /// <summary>Opens this libtorch's libraries, so that the shim's references bind to them and to no other copy.</summary>
    internal void Preload()
    {
        foreach (string name in Libraries)
        {
            string file = OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";
            string path = Path.Combine(libraries, file);
            if (File.Exists(path))
            {
                NativeLibrary.Load(path);
            }
        }
    }

    private static string? ReadVersion(string root)
    {
        (string File, Regex Pattern)[] places =
        [
            ("build-version", Leading()),
            ("version.py", Quoted()),
            (Path.Combine("include", "torch", "csrc", "api", "include", "torch", "version.h"), Header()),
            (Path.Combine("include", "torch", "headeronly", "version.h"), Header()),
        ];
        foreach ((string file, Regex pattern) in places)
        {
            string path = Path.Combine(root, file);
            if (File.Exists(path) && pattern.Match(File.ReadAllText(path)) is { Success: true } match)
            {
                return match.Groups.Count > 2
                    ? $"{match.Groups[1].Value}.{match.Groups[2].Value}.{match.Groups[3].Value}"
                    : match.Groups[1].Value;
            }
        }

        return null;
    }

    private static string AskPython()
    {
        var start = new ProcessStartInfo("python3")
        {
            ArgumentList = { "-c", "import os, torch; print(os.path.dirname(torch.__file__))" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process python = Process.Start(start)!;
            string output = python.StandardOutput.ReadToEnd().Trim();
            python.WaitForExit();
            if (python.ExitCode == 0 && Directory.Exists(output))
            {
                return output;
            }
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new LibtorchNotFoundException($"TORCHLIGHT_LIBTORCH is 'python', but python3 cannot be started: {error.Message}");
        }

        throw new LibtorchNotFoundException("TORCHLIGHT_LIBTORCH is 'python', but that python3 has no torch: pip install torch, or name a folder");
    }

    [GeneratedRegex(@"^\s*(\d+\.\d+\.\d+)")]
    private static partial Regex Leading();

    [GeneratedRegex(@"__version__\s*=\s*['""](\d+\.\d+\.\d+)")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"TORCH_VERSION_MAJOR\s+(\d+)[\s\S]*?TORCH_VERSION_MINOR\s+(\d+)[\s\S]*?TORCH_VERSION_PATCH\s+(\d+)")]
    private static partial Regex Header();
}
