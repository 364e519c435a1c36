/// <summary>A Debian root file system on this machine: commands run inside it, with some folders of this machine mounted in.</summary>
public class RootFileSystem(string path, Dictionary<string, string> mounts, Dictionary<string, string> variables) : Machine
{
    public string Path => path;

    public override string Name => System.IO.Path.GetFileName(path);

    protected override ProcessStartInfo Command(string program, string[] arguments, Dictionary<string, string> environment, bool asRoot)
    {
        var user = asRoot ? "0:0" : $"{new Machine().Read("id", "-u")}:{new Machine().Read("id", "-g")}";
        string[] line =
        [
            .. Root(), "unshare", "--mount", "--pid", "--fork", "--kill-child",
            "sh", System.IO.Path.GetFullPath("build/in-root.sh"), path, user, .. mounts.Select(pair => $"{pair.Key}={pair.Value}"), "--",
            "env", "-i", "-C", mounts.GetValueOrDefault(System.IO.Directory.GetCurrentDirectory(), "/"),
            .. variables.Concat(environment).Select(pair => $"{pair.Key}={pair.Value}"), program, .. arguments,
        ];
        return new ProcessStartInfo(line[0], line[1..]);
    }
}

string RootsFolder() => System.Environment.GetEnvironmentVariable("TORCHLIGHT_ROOTS") is { Length: > 0 } folder ? folder : "/var/cache/torchlight/roots";

/// Root file systems are made with debootstrap, once, and kept outside the repository.
string MakeRoot(string suite, string[] packages = null, string name = null)
{
    InstallPrerequisites(here, ["debootstrap", "debian-archive-keyring"]);
    if (!here.TryAsRoot("unshare", "--mount", "true"))
    {
        throw new CakeException("Root file systems need the right to mount: run this as root, in a container with CAP_SYS_ADMIN if in one.");
    }

    var root = $"{RootsFolder()}/{name ?? suite}";
    if (System.IO.File.Exists($"{root}/etc/debian_version"))
    {
        return root;
    }

    Console.WriteLine($"making a Debian {suite} root file system in {root}");
    var partial = $"{root}.partial";
    string[] mirror = DebianMirror() is { } address ? [address] : [];
    string[] include = packages is null ? [] : [$"--include={string.Join(',', packages)}"];
    var made = here.TryAsRoot("rm", "-rf", partial)
        && here.TryAsRoot("mkdir", "-p", RootsFolder())
        && here.TryAsRoot("debootstrap", ["--variant=minbase", .. include, suite, partial, .. mirror])
        // The index of testing may be past its date on a mirror that lags.
        && here.TryAsRoot("sh", "-c", $"echo 'Acquire::Check-Valid-Until \"false\";' > {partial}/etc/apt/apt.conf.d/90torchlight")
        && here.TryAsRoot("sh", "-c", $"cp /usr/local/share/ca-certificates/*.crt {partial}/usr/local/share/ca-certificates/ 2>/dev/null || true")
        && here.TryAsRoot("mv", partial, root);
    return made ? root : throw new CakeException($"debootstrap could not make {root}; what it said is above.");
}

/// The Debian mirror that this machine's apt uses; null leaves the choice to debootstrap.
string DebianMirror() =>
    new[] { "/etc/apt/sources.list" }
        .Concat(System.IO.Directory.Exists("/etc/apt/sources.list.d") ? System.IO.Directory.GetFiles("/etc/apt/sources.list.d") : [])
        .Where(System.IO.File.Exists)
        .SelectMany(System.IO.File.ReadLines)
        .Where(line => !line.TrimStart().StartsWith('#'))
        .Select(line => System.Text.RegularExpressions.Regex.Match(line, @"https?://\S+/debian(?=/?(\s|$))").Value)
        .FirstOrDefault(address => address.Length > 0);

/// The folder of the SDK that runs this script, and the variables that a .NET program in a bare root needs.
string SdkFolder() => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

Dictionary<string, string> RootVariables(string home)
{
    var variables = new Dictionary<string, string>
    {
        ["PATH"] = $"{SdkFolder()}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        ["HOME"] = home,
        ["LANG"] = "C.UTF-8",
        ["DOTNET_ROOT"] = SdkFolder(),
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
        ["DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY"] = "0",
    };
    foreach (var name in new[] { "http_proxy", "https_proxy", "no_proxy", "NUGET_CERT_REVOCATION_MODE" })
    {
        if (System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
        {
            variables[name] = value;
        }
    }

    return variables;
}
