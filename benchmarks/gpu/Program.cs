// What run.sh starts on a machine with a GPU and no .NET: `tests` runs the tests marked Cuda, `peer` answers how long its cases take.
using Torchlight.Gpu;

switch (args)
{
    case ["tests"]:
        return CudaTests.Run();
    case ["peer"]:
        while (Console.ReadLine() is { } line)
        {
            Console.WriteLine(FormattableString.Invariant($"{Cases.Seconds(line.Split(' ')):r}"));
        }

        return 0;
    default:
        Console.Error.WriteLine("usage: torchlight-gpu tests | peer");
        return 2;
}
