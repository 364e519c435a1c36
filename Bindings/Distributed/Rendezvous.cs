using System.Globalization;
using static TorchSharp.torch.distributed;

namespace TorchSharp;

/// <summary>How processes find each other: the address of the store, this process's rank, and how many there are.</summary>
internal sealed record Rendezvous(string Address, int Port, int Rank, int WorldSize)
{
    /// <summary>Reads the method that init_process_group was given; ranks and sizes that are passed win over those in it.</summary>
    /// <exception cref="ArgumentException">Something is missing or no number; the message names it.</exception>
    internal static Rendezvous Parse(string? method, int worldSize, int rank)
    {
        method ??= "env://";
        if (!Uri.TryCreate(method, UriKind.Absolute, out Uri? address) || address.Scheme is not ("env" or "tcp"))
        {
            throw new ArgumentException(
                $"init_method: \"{method}\" is none. Use \"env://\" (the default: RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT of the environment, "
                + "as torchrun sets them) or \"tcp://host:port\".",
                nameof(method));
        }

        var query = Query(address.Query);
        rank = rank >= 0 ? rank : Number(query, "rank", "RANK", method);
        worldSize = worldSize > 0 ? worldSize : Number(query, "world_size", "WORLD_SIZE", method);
        if (worldSize < 1 || rank < 0 || rank >= worldSize)
        {
            throw new ArgumentException($"init_process_group: the rank {rank} of {worldSize} processes is out of range; ranks go from 0 to {worldSize - 1}.");
        }

        return address.Scheme == "env"
            ? new(Variable("MASTER_ADDR", method), PortOf(Number(Variable("MASTER_PORT", method), "MASTER_PORT")), rank, worldSize)
            : new(address.Host, PortOf(address.Port), rank, worldSize);
    }

    /// <summary>Opens the store that all meet at. torchrun's agent serves one already; else rank 0 does.</summary>
    internal Store Open(TimeSpan timeout)
    {
        if (Environment.GetEnvironmentVariable("TORCHELASTIC_USE_AGENT_STORE") == "True")
        {
            var agent = new TCPStore(Address, Port, WorldSize, is_master: false, timeout);
            return new PrefixStore($"/worker/attempt_{Environment.GetEnvironmentVariable("TORCHELASTIC_RESTART_COUNT") ?? "0"}", agent);
        }

        try
        {
            return new TCPStore(Address, Port, WorldSize, is_master: Rank == 0, timeout);
        }
        catch (TorchDistributedException error)
        {
            string remedy = Rank == 0
                ? "If the port is taken, set MASTER_PORT to a free one; if ranks are missing, see whether all were started with the same address, port and WORLD_SIZE."
                : $"See whether rank 0 runs and serves {Address}:{Port} (MASTER_ADDR, MASTER_PORT).";
            throw new TorchDistributedException($"rank {Rank} of {WorldSize} could not meet the others: {error.Message.TrimEnd()}{Environment.NewLine}{remedy}",
                error.NativeStackTrace, Rank);
        }
    }

    private static int PortOf(int port) => port is > 0 and <= ushort.MaxValue
        ? port
        : throw new ArgumentException($"init_process_group: {port} is no port (MASTER_PORT); ports lie between 1 and 65535.");

    private static Dictionary<string, string> Query(string text)
    {
        var values = new Dictionary<string, string>();
        foreach (string part in text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            values[equals < 0 ? part : part[..equals]] = equals < 0 ? "" : part[(equals + 1)..];
        }

        return values;
    }

    private static int Number(Dictionary<string, string> query, string name, string variable, string method) =>
        query.TryGetValue(name, out string? text) ? Number(text, name) : Number(Variable(variable, method), variable);

    private static int Number(string text, string name) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
        ? number
        : throw new ArgumentException($"init_process_group: {name} is \"{text}\", which is no number.");

    private static string Variable(string name, string method) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : throw new ArgumentException(
            $"init_process_group({method}): the environment variable {name} is not set. torchrun and its kin set RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT; "
            + "set them, or pass world_size, rank and init_method: \"tcp://host:port\".");
}
