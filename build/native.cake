// The native libraries: one CMake project each, all installed into one folder for each version of libtorch.
string[] NativeProjects = ["Bindings/Native", "Ecosystem.Vision/Native", "Ecosystem.Audio/Native"];

/// The folder that CMake finds libtorch under; null for the system's.
string FindLibtorch(Machine machine)
{
    var wanted = System.Environment.GetEnvironmentVariable("TORCHLIGHT_LIBTORCH");
    if (string.IsNullOrEmpty(wanted))
    {
        return null;
    }

    if (wanted == "python")
    {
        return machine.Read("python3", "-c", "import torch; print(torch.utils.cmake_prefix_path)")
            ?? throw new CakeException("TORCHLIGHT_LIBTORCH=python, but `python3 -c \"import torch\"` fails: install torch with pip, or name a folder.");
    }

    return System.IO.Directory.Exists(wanted)
        ? System.IO.Path.GetFullPath(wanted)
        : throw new CakeException($"TORCHLIGHT_LIBTORCH names a folder that does not exist: {wanted}");
}

/// Builds and installs what is not up to date, and returns the folder.
string BuildNative(Machine machine, string libtorch)
{
    var key = libtorch is null ? machine.Name : $"{machine.Name}-{ShortHash(libtorch)}";
    string folder = null;
    foreach (var source in NativeProjects)
    {
        var build = $"artifacts/build/{key}/{source.Replace('/', '-')}";
        string[] generator = OperatingSystem.IsWindows() ? [] : ["-G", "Ninja"];
        string[] prefix = libtorch is null ? [] : [$"-DCMAKE_PREFIX_PATH={libtorch}"];
        machine.Run("cmake", ["-S", source, "-B", build, .. generator, "-DCMAKE_BUILD_TYPE=Release", "--log-level=ERROR", .. prefix]);
        machine.Run("cmake", "--build", build, "--config", "Release");

        // The first project, the binding's, writes down which libtorch it was configured for.
        folder ??= $"artifacts/native/torch-{System.IO.File.ReadAllText($"{build}/torch-version.txt").Trim()}";
        machine.Run("cmake", "--install", build, "--config", "Release", "--prefix", folder);
    }

    if (libtorch is null)
    {
        WriteLoadOrder(machine, folder);
    }

    return folder;
}

/// What the system's libtorch depends on, the deepest first (the loader's own order is breadth first): Bindings/Interop/LoadOrder.cs opens it so.
void WriteLoadOrder(Machine machine, string folder)
{
    if (machine.Read("ldd", $"{folder}/libtorchlight.so") is { } listed)
    {
        var names = listed.Split('\n').Where(line => line.Contains(" => /")).Select(line => line.Trim().Split(' ')[0]);
        var needed = names.Where(name => !name.StartsWith("libtorch") && !name.StartsWith("libc10")).Reverse();
        System.IO.File.WriteAllLines($"{folder}/load-order.txt", needed);
    }
}

string ShortHash(string text) =>
    Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..8];
