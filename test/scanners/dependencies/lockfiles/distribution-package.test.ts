import { expect, test } from 'vitest'
import { packageOfPurl } from '../../../../scanners/dependencies/lockfiles/sbom/purl-package.ts'

test.each([
  ['pkg:deb/debian/libc6@2.36-9?distro=debian-12.5&upstream=glibc', 'Debian:12 glibc 2.36-9'],
  [
    'pkg:deb/debian/libgcc1@1%3A6.3.0-18?distro=debian-9&upstream=gcc-6%406.3.0-18',
    'Debian:9 gcc-6 6.3.0-18',
  ],
  [
    'pkg:deb/debian/libuuid1@1%3A2.29.2-1%2Bdeb9u1?upstream=util-linux%402.29.2-1+deb9u1&distro=debian-9',
    'Debian:9 util-linux 2.29.2-1+deb9u1',
  ],
  ['pkg:deb/debian/libsigc-2.0-0v5@2.10?upstream=libsigc%2B%2B-2.0', 'Debian libsigc++-2.0 2.10'],
  ['pkg:deb/debian/a@1?distro=jessie', 'Debian:8 a 1'],
  ['pkg:deb/debian/a@1?distro=debian-bookworm', 'Debian:12 a 1'],
  ['pkg:deb/debian/a@1?distro=unheard', 'Debian a 1'],
  ['pkg:deb/debian/a@1?distro=constructor', 'Debian a 1'],
  ['pkg:deb/ubuntu/libpcre3@2%3A8.39-12?distro=focal&source=pcre3', 'Ubuntu:20.04:LTS pcre3 2:8.39-12'],
  ['pkg:deb/ubuntu/a@1?distro=ubuntu-23.10', 'Ubuntu:23.10 a 1'],
  ['pkg:apk/alpine/libssl3@3.0.8-r0?distro=alpine-3.17.2&upstream=openssl', 'Alpine:v3.17 openssl 3.0.8-r0'],
  [
    'pkg:rpm/redhat/libgcc@8.5.0-4.el8?distro=rhel-8.4&upstream=gcc-8.5.0-4.el8.src.rpm',
    'Red Hat libgcc 8.5.0-4.el8',
  ],
  [
    'pkg:rpm/rocky/libgcc@8.5.0-4.el8?distro=rocky-8.4&upstream=gcc-8.5.0-4.el8.src.rpm',
    'Rocky Linux:8 gcc 8.5.0-4.el8',
  ],
  ['pkg:rpm/almalinux/bind@9.11-1?epoch=32&distro=almalinux-9.1', 'AlmaLinux:9 bind 32:9.11-1'],
  ['pkg:rpm/almalinux/bind@9.11-1?epoch=0', 'AlmaLinux bind 9.11-1'],
])('%s', (purl, told) => {
  const found = packageOfPurl(purl)!
  expect(`${found.ecosystem} ${found.name} ${found.version}`).toBe(told)
})
