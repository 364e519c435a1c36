// What the native libraries are built with and run on, as Debian and Ubuntu name it.
string[] BuildPackages() =>
[
    "ca-certificates",
    "cmake",
    "g++",
    "ninja-build",
    "libjpeg-dev",
    "libpng-dev",
    "libwebp-dev",
    "libcairo2-dev",
    // Opened at run time: its headers are not needed.
    "libsndfile1",
    "fonts-dejavu-core",
    // Without it Debian's libtorch multiplies matrices with the reference BLAS, thirty times slower.
    "libopenblas0-pthread",
    // Debian's libtorch talks between processes over gloo, whose headers are a package of their own.
    .. System.Environment.GetEnvironmentVariable("TORCHLIGHT_LIBTORCH") is { Length: > 0 } ? (string[])[] : ["libtorch-dev", "libgloo-dev"],
];

/// Installs what is missing with apt where that is possible, and says what is missing where it is not.
void InstallPrerequisites(Machine machine, string[] packages)
{
    if (machine.Read("dpkg-query", "--version") is null)
    {
        RequirePrograms(machine);
        return;
    }

    string[] missing = [.. packages.Where(package => !IsInstalled(machine, package))];
    if (missing.Length == 0)
    {
        return;
    }

    var wanted = string.Join(' ', missing);
    if (Machine.RootPrefix() is null)
    {
        throw new CakeException($"Missing packages. Install them with:\n    sudo apt-get install --no-install-recommends {wanted}");
    }

    Console.WriteLine($"installing with apt: {wanted}");
    string[] install = ["-q", "-y", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0", "install", .. missing];
    if (machine.Read("apt-cache", ["show", .. missing]) is null)
    {
        machine.TryAsRoot("apt-get", "-q", "update");
    }

    // Lists that have gone stale name files that the mirror no longer has: fresh ones, and once more.
    if (!machine.TryAsRoot("apt-get", install) && !(machine.TryAsRoot("apt-get", "-q", "update") && machine.TryAsRoot("apt-get", install)))
    {
        throw new CakeException($"apt could not install: {wanted}");
    }
}

/// Installs what some tests ask questions of. Where that is not possible they skip, and say why.
void InstallForTests(Machine machine, string[] packages)
{
    if (machine.Read("dpkg-query", "--version") is null)
    {
        return;
    }

    try
    {
        InstallPrerequisites(machine, packages);
    }
    catch (CakeException missing)
    {
        Console.WriteLine($"{missing.Message}\nTests that need it are skipped.");
    }
}

bool IsInstalled(Machine machine, string package) =>
    machine.Read("dpkg-query", "-W", "-f", "${db:Status-Status}", package) == "installed";

void RequirePrograms(Machine machine)
{
    string[] programs = OperatingSystem.IsWindows() ? ["cmake"] : ["cmake", "ninja", "c++"];
    string[] missing = [.. programs.Where(program => machine.Read(program, "--version") is null)];
    if (missing.Length > 0)
    {
        throw new CakeException(
            $"Missing: {string.Join(", ", missing)}. Needed are CMake, Ninja, a C++17 compiler, the development files of libjpeg-turbo, libpng, "
            + "libwebp and cairo, and a libtorch (TORCHLIGHT_LIBTORCH names its folder, or `python` for the one installed with pip).");
    }
}
