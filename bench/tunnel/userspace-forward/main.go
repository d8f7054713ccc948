// A userspace WireGuard node with TCP forwards, made of wireguard-go's device and its gVisor netstack: the
// data path of wireproxy, for machines where wireproxy itself cannot be had.
//
// Usage: userspace-forward CONFIG ADDRESS LISTEN TARGET
//
// CONFIG is a file in the form of wireguard-go's configuration protocol (keys in hexadecimal).
package main

import (
	"io"
	"log"
	"net"
	"net/netip"
	"os"

	"golang.zx2c4.com/wireguard/conn"
	"golang.zx2c4.com/wireguard/device"
	"golang.zx2c4.com/wireguard/tun/netstack"
)

const mtu = 1420

func main() {
	config, address, listen, target := os.Args[1], os.Args[2], os.Args[3], os.Args[4]
	settings, err := os.ReadFile(config)
	check(err)
	tun, network, err := netstack.CreateNetTUN([]netip.Addr{netip.MustParseAddr(address)}, nil, mtu)
	check(err)
	node := device.NewDevice(tun, conn.NewDefaultBind(), device.NewLogger(device.LogLevelError, ""))
	check(node.IpcSet(string(settings)))
	check(node.Up())
	server, err := net.Listen("tcp", listen)
	check(err)
	for {
		client, err := server.Accept()
		check(err)
		go forward(network, client, target)
	}
}

func forward(network *netstack.Net, client net.Conn, target string) {
	defer client.Close()
	remote, err := network.Dial("tcp", target)
	if err != nil {
		log.Print(err)
		return
	}
	defer remote.Close()
	done := make(chan struct{}, 2)
	pass := func(to, from net.Conn) {
		io.Copy(to, from)
		if half, ok := to.(interface{ CloseWrite() error }); ok {
			half.CloseWrite()
		}
		done <- struct{}{}
	}
	go pass(remote, client)
	go pass(client, remote)
	<-done
	<-done
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
