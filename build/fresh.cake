/// Runs verbs on a clean clone of the last commit, each first thing in a Debian 12 that holds the .NET SDK and what the SDK asks for, and nothing else.
void RunFresh(string[] verbs)
{
    var pristine = MakeRoot("bookworm", ["ca-certificates", "libssl3", "libstdc++6", "tzdata"]);
    var times = new List<string>();
    foreach (var each in verbs.Length > 0 ? verbs : ["demo", "test"])
    {
        var path = $"{RootsFolder()}/fresh-{each}";
        var ready = here.TryAsRoot("rm", "-rf", path)
            && here.TryAsRoot("cp", "-a", "--reflink=auto", pristine, path)
            && here.TryAsRoot("git", "clone", "--quiet", "--no-hardlinks", System.IO.Directory.GetCurrentDirectory(), $"{path}/root/torchlight");
        var root = new RootFileSystem(path, new() { [SdkFolder()] = SdkFolder() }, RootVariables("/root"));
        if (!ready || !root.TryAsRoot("update-ca-certificates"))
        {
            throw new CakeException($"{path} could not be made ready; what was said is above.");
        }

        Console.WriteLine($"== ./build.sh {each} in {path}");
        var clock = Stopwatch.StartNew();
        root.Run("/root/torchlight/build.sh", each);
        times.Add($"./build.sh {each} passed in {clock.Elapsed:mm\\:ss}");
        here.TryAsRoot("rm", "-rf", path);
    }

    times.ForEach(Console.WriteLine);
}
